import '../../i18n/front-texts.ts';
import '../../ui/common/tokens.css';
import { useTypeface } from '../../app/fonts.ts';
import { LlSelfCheck } from './self-check.ts';

document.body.append(new LlSelfCheck());
useTypeface();
