import type { ArgsOf } from '../../../kernel/mutation.ts';

type Written =
  | { readonly name: 'notice.post'; readonly args: ArgsOf<'notice.post'> }
  | { readonly name: 'notice.alarm'; readonly args: ArgsOf<'notice.alarm'> };

/** Something is to be said on the glasses. */
export class NoticeWrittenEvent extends Event {
  constructor(readonly written: Written) {
    super('ll-notice-written');
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-notice-written': NoticeWrittenEvent;
  }
}
