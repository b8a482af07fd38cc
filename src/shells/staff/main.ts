import { boot } from '../boot/boot.ts';

void boot('staff', async () => document.createElement('main'));
