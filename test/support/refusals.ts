/*
 * What a browser may be told to let nobody keep. Each runs in a page before its own code.
 */

const indexedDb = (): void => {
  const no = (): never => {
    throw new DOMException('refused', 'SecurityError');
  };
  const never = async (): Promise<never> => no();
  Object.assign(IDBFactory.prototype, { open: no, databases: never });
  Object.defineProperty(Navigator.prototype, 'storageBuckets', {
    get: () => ({ open: never, keys: never, delete: never }),
  });
};

const privateFiles = (): void => {
  const no = (): Promise<never> => Promise.reject(new DOMException('refused', 'SecurityError'));
  Object.assign(StorageManager.prototype, { getDirectory: no });
};

const localStorageOf = (): void => {
  for (const kind of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, kind, {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
};

const cacheStorage = (): void => {
  const no = (): Promise<never> => Promise.reject(new DOMException('refused', 'SecurityError'));
  Object.assign(CacheStorage.prototype, { open: no, match: no, keys: no, delete: no, has: no });
};

/** By what is refused. */
export const refusals = {
  IndexedDB: [indexedDb],
  'private files': [privateFiles],
  'Local Storage': [localStorageOf],
  'Cache Storage': [cacheStorage],
} as const;

/** What a browser's own settings write where no site may keep anything, cookies neither. */
export const keepNothingAtAll = JSON.stringify({
  profile: { default_content_setting_values: { cookies: 2 } },
});
