import '../../i18n/front-texts.ts';
import '../../ui/common/tokens.css';
import { useTypeface } from '../../app/fonts.ts';
import { markReady, whenReady } from '../../app/ready.ts';
import { LlFront } from './front.ts';

document.body.append(new LlFront());
markReady();
whenReady(() => {
  useTypeface();
  if (!window.isSecureContext) return;
  void import('../../app/service-worker.ts').then(({ keepAppFresh }) => keepAppFresh(() => false));
});
