import { css } from 'lit';

/** One of several things to choose from, as wide as its column: a session, a neighbour, one's own name. */
export const choiceStyles = css`
  .choice {
    display: block;
    width: 100%;
    min-height: calc(var(--u) * 40);
    margin-bottom: calc(var(--u) * 5);
    padding: calc(var(--u) * 4) calc(var(--u) * 8);
    background: var(--card);
    border: calc(var(--u) * 0.6) solid var(--tile-edge);
    border-bottom-width: calc(var(--u) * 1.4);
    border-radius: var(--radius);
    text-align: left;
  }
  .choice b {
    font-size: var(--text-title);
    font-weight: 900;
    line-height: 1.32;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    min-height: calc(var(--u) * 40);
    line-height: 1.2;
  }
  .name b {
    font-size: calc(var(--text-title) * 1.35);
  }
  .name small {
    margin-left: calc(var(--u) * 7);
    font-size: var(--text-large);
    font-weight: 700;
  }
  .name span {
    margin-left: auto;
    padding: calc(var(--u) * 4) calc(var(--u) * 8);
    background: var(--pine);
    border-radius: var(--radius-small);
    color: var(--white);
    font-size: var(--text-large);
    font-weight: 700;
    white-space: nowrap;
  }
  /* One or two stand large, and lower where there is room: within reach. */
  .few {
    padding-top: calc(var(--u) * 40 * (1.6 - var(--larger)) / 0.6);
  }
  .few .choice {
    min-height: calc(var(--u) * 68);
    margin-bottom: calc(var(--u) * 8);
  }
  .few .name b {
    font-size: max(calc(var(--u) * 26), calc(var(--text-title) * 1.35));
  }
  :host([landscape]) .names:not(.few) .name b {
    font-size: calc(var(--text-title) * 1.2);
  }
  :host([landscape]) .names:not(.few) .name span {
    padding: calc(var(--u) * 3) calc(var(--u) * 5);
    font-size: var(--text);
  }
  :host([landscape]) .single {
    --page-columns: 1;
  }
  :host([landscape]) .few {
    padding-top: 0;
  }
  :host-context([data-enlarged]):host([landscape]) .name {
    padding-top: calc(var(--u) * 2);
    padding-bottom: calc(var(--u) * 2);
  }
  :host-context([data-enlarged]):host([landscape]) .name b {
    line-height: 1.1;
  }
  /* The whole card says it: beside a number its word has no room. */
  :host-context([data-enlarged]):host([landscape]) .alike .name span {
    display: none;
  }
`;
