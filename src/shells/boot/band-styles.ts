import { css } from 'lit';

/** What stands at the foot of a glass above which its content goes on: for staff, who come near. */
export const bandStyles = css`
  :host {
    position: fixed;
    right: 0;
    bottom: 0;
    left: 0;
    z-index: 1;
  }
  .band {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: calc(var(--am) * 12) 5vw 5.5vh;
    background: var(--amber);
    color: var(--ink);
    word-break: keep-all;
    overflow-wrap: break-word;
  }
  /* As small as anything may be, so that the content above keeps its room. */
  .band p {
    font-size: var(--board-least);
    font-weight: 500;
    line-height: 1.35;
  }
  .band .title {
    font-weight: 900;
  }
  /* In the edge of a kiosk's glass, where nothing of its pages stands. */
  .strip {
    display: flex;
    align-items: center;
    justify-content: center;
    width: 100%;
    height: calc(var(--u) * 18);
    background: var(--amber);
    color: var(--ink);
    font-size: calc(var(--u) * 7);
    font-weight: 700;
    line-height: 1.2;
  }
`;
