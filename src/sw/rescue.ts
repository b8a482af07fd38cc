import english from '../../locales/en.json?only=rescue' with { type: 'json' };
import chinese from '../../locales/zh-CN.json?only=rescue' with { type: 'json' };

/** It looks again by itself, through this worker: as soon as a page can be had, it stands there. */
const AGAIN_S = 5;

/**
 * The panel is not known here, so the sizes are the window's: on a 21.5-inch kiosk text is 10.9 mm, which its pages keep
 * to, and the title 23; larger panels show it larger. On a television of 65 inches, read from five metres, what must be
 * read is 40 minutes of arc, the title 55, and nothing under 25. A console's window is small, and near.
 */
const style = `
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; align-items: center; justify-content: center;
    padding: 7.5vmin; background: #F8F2E6; color: #221C15; text-align: center; font-family: "Noto Sans SC", sans-serif;
    font-size: max(17px, 4.95vmin); line-height: 1.5; word-break: keep-all; overflow-wrap: break-word; }
  h1, p { margin: 0; max-width: 22em; }
  h1 { font-size: 8.6vmin; line-height: 1.3; font-weight: 900; }
  p { margin-top: 3vmin; font-weight: 500; }
  [lang=en] { font-feature-settings: 'palt'; font-size: max(16px, 4.15vmin); text-wrap: balance; }
  h1 + p { margin-top: 5vmin; }
  .en { margin-top: 8vmin; font-weight: 700; }
  .screen { padding: 5.6vmin 9vmin; background: #12211B; color: #FFF6E3; font-size: 7.9vmin; line-height: 1.3; }
  .screen h1 { font-size: 10.9vmin; line-height: 1.2; color: #F6C661; }
  .screen [lang=en] { font-size: 5vmin; max-width: 32em; }
  .screen p { margin-top: 1.5vmin; }
  .screen h1 + p { margin-top: 3vmin; }
  .screen .en { margin-top: 6vmin; }
`;

/**
 * What stands on a glass of which the device can read no page and gets none from the hub. It lies in the worker's own
 * script, since all else may be what is damaged, and has no script of its own.
 * @param path whose page was asked for
 */
export const rescuePage = (path: string): Response =>
  new Response(
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${AGAIN_S}"><title>${words(chinese, 'rescue.title')}</title><style>${style}</style></head>
<body class="${path === '/screen' ? 'screen' : ''}"><h1>${words(chinese, 'rescue.title')}</h1><p>${words(chinese, 'rescue.itself')}</p>
<p>${words(chinese, 'rescue.ask')}</p><p lang="en" class="en">${words(english, 'rescue.title')}</p>
<p lang="en">${words(english, 'rescue.itself')} ${words(english, 'rescue.ask')}</p></body></html>`,
    {
      status: 503,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      },
    },
  );

/** A text by its whole key. The texts are the house's own and hold no markup. */
function words(texts: LocaleSections, key: string): string {
  const [part = '', name = ''] = key.split('.');
  const section = texts[part];
  const text = typeof section === 'object' ? section[name] : undefined;
  return typeof text === 'string' ? text : '';
}
