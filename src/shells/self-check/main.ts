import '../../ui/tokens.css';
import { LlSelfCheck } from './self-check.ts';

document.body.append(new LlSelfCheck());
void import('@fontsource-variable/noto-sans-sc');
