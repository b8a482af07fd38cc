/** Whether this engine has the origin's private files; in an insecure page and in WPE WebKit there is not even the object that would. */
export const hasPrivateFiles = (): boolean => 'getDirectory' in (navigator.storage ?? {});
