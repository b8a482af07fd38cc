import { boot } from '../boot/boot.ts';

void boot('screen', async () => document.createElement('main'));
