import { css } from 'lit';

/** One page, the bar under it, and how fresh things are between them. */
export const shellStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    width: var(--panel-width);
    height: var(--panel-height);
    margin: 0 auto;
    /* Nothing essential in the outer 20 mm of the glass. */
    padding: calc(var(--u) * 20);
    background: var(--paper);
    font-size: var(--text);
    overflow: hidden;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
  }
  main {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
    outline: 0;
  }
  /* Until its code is here its words stand plainly there. */
  ll-kiosk-alarm:not(:defined)::before {
    content: attr(data-said);
    font-size: var(--text-title);
  }
  .visits {
    position: relative;
    flex: 1;
    min-height: 0;
  }
  .visit {
    position: absolute;
    top: 0;
    left: 0;
    display: flex;
    width: 100%;
    height: 100%;
  }
  /* Where one has come from, as it was, out of reach. */
  .visit[inert] {
    visibility: hidden;
  }
  .page {
    flex: 1;
    min-width: 0;
    min-height: 0;
    animation: appear var(--fade) ease-out;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  header {
    position: absolute;
    z-index: 1;
    top: calc(var(--u) * 20);
    right: calc(var(--u) * 20);
  }
  ll-confirmed-line {
    flex: none;
    /* Room for one line; for more the page makes way, and not the bar. */
    display: flex;
    align-items: center;
    justify-content: center;
    min-height: max(calc(var(--u) * 15.6), calc(var(--text) * 1.3));
    margin-top: calc(var(--u) * 0.4);
  }
  /* A call for help says itself that the hub is away, and what to do. */
  ll-confirmed-line.silent {
    visibility: hidden;
  }
  ll-kiosk-bar {
    position: relative;
    flex: none;
    margin-top: auto;
    height: calc(var(--u) * 29);
  }
`;
