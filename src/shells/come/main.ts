import '../../i18n/come-texts.ts';
import '../../ui/common/tokens.css';
import { LlCome } from './come.ts';

// Somebody's own telephone: nothing is kept on it, and it has letters of its own.
document.body.append(new LlCome());
