import '../../ui/tokens.css';
import { markReady, whenReady } from '../../app/ready.ts';
import { LlFront } from './front.ts';

document.body.append(new LlFront());
markReady();
whenReady(() => {
  void import('@fontsource-variable/noto-sans-sc');
  if (!window.isSecureContext) return;
  void import('../../app/service-worker.ts').then(({ keepAppFresh }) => keepAppFresh(() => false));
});
