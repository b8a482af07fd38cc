/** The page of a device, whose face is at `path`. */
export const addressOf = (path: string, deviceId: string): string =>
  `${path}?device=${encodeURIComponent(deviceId)}`;
