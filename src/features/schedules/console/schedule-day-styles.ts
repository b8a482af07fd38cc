import { css } from 'lit';

/** A day to scale, its stretches in words, and beside them where there is room what stands on the glass then. */
export const scheduleDayStyles = css`
  :host {
    display: block;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: end;
    justify-content: space-between;
  }
  h4 {
    margin: 0;
    font-size: 1.0625rem;
  }
  .day {
    flex: 0 1 13rem;
  }
  .strip {
    margin: 0.5rem 0.5rem 0.75rem;
  }
  .bar {
    position: relative;
    height: 2.25rem;
  }
  .piece {
    box-sizing: border-box;
    position: absolute;
    top: 0;
    bottom: 0;
    border: 1px solid var(--edge);
    border-radius: 0.25rem;
    background: var(--pine-tint);
    cursor: pointer;
  }
  .piece.open {
    background: repeating-linear-gradient(-45deg, var(--card) 0 5px, var(--line) 5px 8px);
  }
  .piece.over {
    border-top: 5px solid var(--cinnabar);
  }
  .piece.looked {
    z-index: 1;
    outline: 3px solid var(--ink);
    outline-offset: -2px;
  }
  .now {
    z-index: 2;
    position: absolute;
    top: -0.25rem;
    bottom: -0.25rem;
    width: 3px;
    margin-left: -1px;
    background: var(--cinnabar);
    pointer-events: none;
  }
  .hours {
    position: relative;
    height: 1.375rem;
    color: var(--ink-soft);
    font-size: 0.875rem;
  }
  .hours span {
    position: absolute;
    transform: translateX(-50%);
  }
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  ol {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375rem;
    align-content: start;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  button.stretch {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.125rem;
    justify-content: stretch;
    width: 100%;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--edge);
    background: var(--pine-tint);
    font-weight: 500;
    text-align: start;
    overflow-wrap: anywhere;
  }
  button.stretch.open {
    border-style: dashed;
    background: var(--card);
  }
  button[aria-pressed='true'] {
    outline: 3px solid var(--ink);
    outline-offset: -3px;
  }
  button.stretch:focus-visible {
    outline-offset: 2px;
  }
  .when {
    color: var(--ink-soft);
    font-size: 0.9375rem;
  }
  .what {
    font-weight: 700;
  }
  .under {
    display: flex;
    gap: 0.375rem;
    align-items: flex-start;
    font-size: 0.9375rem;
  }
  .under svg {
    flex: none;
    color: var(--cinnabar);
  }
  .looked-at {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    align-content: start;
  }
  .pictured {
    margin: 0;
  }
  @supports (container-type: inline-size) {
    :host {
      container-type: inline-size;
    }
    @container (min-width: 36rem) {
      .beside {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1.2fr);
      }
    }
  }
`;
