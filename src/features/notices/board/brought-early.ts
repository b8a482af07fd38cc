// What a television has at hand before anything is said on it: an emergency waits for no code.
import './board-notice.ts';
import './notice-frame.ts';
