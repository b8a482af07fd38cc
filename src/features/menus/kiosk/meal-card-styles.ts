import { css } from 'lit';

/** The meal card of the kiosk's home page. */
export const cardStyles = css`
  :host {
    display: flex;
  }
  .card {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    overflow: hidden;
    padding: calc(var(--u) * 7) calc(var(--u) * 11) calc(var(--u) * 6);
    background: var(--card);
    border-radius: var(--radius);
    box-shadow: 0 calc(var(--u) * 0.5) 0 var(--rule);
  }
  h2 {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    padding-bottom: calc(var(--u) * 3);
    font-size: var(--dish, var(--text-title));
    font-weight: 900;
    line-height: 1.2;
  }
  .when {
    display: var(--foot-room, flex);
  }
  .others {
    display: var(--others-small, none);
  }
  h2 span {
    font-size: var(--text);
    font-weight: 500;
    color: var(--ink-soft);
    white-space: nowrap;
  }
  .unchecked {
    flex: none;
    padding-bottom: calc(var(--u) * 1);
    color: var(--cinnabar);
    font-weight: 700;
  }
  ul {
    display: flex;
    flex: 1 1 var(--dishes-basis, auto);
    flex-flow: column wrap;
    align-content: flex-start;
    overflow: hidden;
  }
  li {
    display: flex;
    flex: 1 0 auto;
    align-items: center;
    width: 100%;
    min-height: calc(var(--u) * 21);
    padding: calc(var(--u) * 1.5) 0;
    border-top: calc(var(--u) * 0.7) solid var(--rule);
    font-size: var(--dish, var(--text-large));
    font-weight: 700;
    line-height: 1.25;
  }
  :host(.tight) li,
  :host(.tightest) li {
    min-height: 0;
    padding: calc(var(--u) * 0.6) 0;
  }
  li[data-out] {
    visibility: hidden;
  }
  li div {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    min-width: 0;
  }
  ll-dish-photo {
    flex: none;
    width: calc(var(--u) * 17);
    height: calc(var(--u) * 17);
    margin-right: calc(var(--u) * 5);
  }
  :host(.tight) ll-dish-photo {
    width: calc(var(--u) * 14);
    height: calc(var(--u) * 14);
  }
  :host(.tightest) ll-dish-photo {
    display: none;
  }
  :host(.small) li,
  :host(.small) h2 {
    font-size: var(--text);
  }
  /* When it begins falls out of sight where there is no room beside what it is. */
  :host(.tightest) h2 {
    flex-wrap: nowrap;
    padding-bottom: 0;
    line-height: 1.35;
  }
  :host(.tightest) h2 span {
    flex: 1 1 0;
    flex-wrap: wrap;
    justify-content: flex-end;
    height: 1.35em;
    overflow: hidden;
    line-height: 1.35;
  }
  :host(.tightest) h2 span::before {
    content: '';
    width: 1px;
    height: 100%;
  }
  :host(.tightest) .card {
    padding: calc(var(--u) * 3) calc(var(--u) * 9) calc(var(--u) * 2);
  }
  :host(.tightest) .foot {
    padding-top: calc(var(--u) * 0.5);
    line-height: 1.3;
  }
  li b {
    /* The whole of a very long name stands on the menu's page. */
    display: -webkit-box;
    max-width: 100%;
    overflow: hidden;
    margin-right: auto;
    font-weight: 700;
    line-height: 1.32;
    overflow-wrap: break-word;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--name-lines, 2);
  }
  /* What is only good to know has what is left of the line: a tag that does not fit falls out of sight. */
  .may {
    display: flex;
    flex: 1 1 0;
    flex-wrap: wrap;
    justify-content: flex-end;
    height: calc(var(--text-small) * 1.4);
    min-width: 0;
    overflow: hidden;
  }
  .may::before {
    content: '';
    width: 1px;
    height: 100%;
  }
  .must {
    font-size: var(--text-small);
    font-weight: 500;
  }
  .tag {
    display: inline-block;
    height: calc(var(--text-small) * 1.4);
    margin-left: calc(var(--u) * 2.4);
    padding: 0 calc(var(--u) * 2.6);
    border: calc(var(--u) * 0.6) solid var(--pine);
    border-radius: calc(var(--u) * 3);
    color: var(--pine);
    font-size: var(--text-small);
    font-weight: 500;
    line-height: 1.25;
    white-space: nowrap;
  }
  i {
    margin-left: calc(var(--u) * 2.4);
    font-style: normal;
    color: var(--ink-soft);
  }
  .price {
    margin-left: calc(var(--u) * 4);
    white-space: nowrap;
  }
  .price small {
    font-size: var(--text-small);
    font-weight: 500;
  }
  .sold {
    color: var(--ink-soft);
  }
  .sold b {
    text-decoration: line-through;
  }
  .sold ll-dish-photo {
    opacity: 0.45;
  }
  .foot {
    display: var(--foot-room, block);
    flex: none;
    padding-top: calc(var(--u) * 3);
    border-top: calc(var(--u) * 0.7) solid var(--rule);
    font-size: var(--text-small);
    color: var(--ink-soft);
  }
  :host(.tight) .note,
  :host(.tightest) .note {
    display: none;
  }
  /* What says only where one is makes room for what is said. */
  .plain {
    display: var(--foot-room, flex);
    padding: 0;
  }
  .says {
    /* Short sentences break where they pause, not within a word. */
    word-break: keep-all;
    overflow-wrap: break-word;
    display: flex;
    flex: 1;
    align-items: center;
    justify-content: center;
    padding: 0 var(--gap);
    font-size: var(--dish, var(--text-title));
    font-weight: 700;
    text-align: center;
  }
`;
