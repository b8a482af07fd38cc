import { css } from 'lit';

/** One card a face. */
export const faceCardStyles = css`
  .faces {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    grid-gap: calc(var(--step) * 2.4);
    margin-top: calc(var(--step) * 5);
  }
  .face {
    display: flex;
    flex-direction: column;
    padding: calc(var(--step) * 3.2) calc(var(--step) * 3);
    border: 1px solid var(--tile-edge);
    border-bottom-width: calc(var(--step) * 0.45);
    border-radius: calc(var(--step) * 3);
    background: var(--card);
    color: var(--ink);
    text-decoration: none;
  }
  .face:active {
    transform: translateY(2px);
    filter: brightness(0.95);
  }
  .face svg {
    width: calc(var(--step) * 7);
    height: calc(var(--step) * 7);
    color: var(--cinnabar);
  }
  .face h2 {
    margin-top: calc(var(--step) * 1.6);
    font-size: calc(var(--step) * 3.6);
    font-weight: 900;
    line-height: 1.3;
  }
  .face p {
    flex: 1;
    margin-top: calc(var(--step) * 0.8);
    color: var(--ink-soft);
  }
  @media (orientation: portrait) {
    .faces {
      grid-template-columns: 1fr;
    }
    .face {
      display: grid;
      grid-template-columns: auto 1fr;
      grid-column-gap: calc(var(--step) * 3);
      align-items: center;
    }
    .face svg {
      grid-row: 1 / span 2;
    }
    .face h2 {
      margin-top: 0;
    }
  }
`;
