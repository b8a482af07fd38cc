/** For faces: small texts that a browser keeps for a page, and a page for itself where the browser keeps nothing. */
export { readText, writeText } from '../store/local-texts.ts';
export { dropText } from '../store/more-texts.ts';
