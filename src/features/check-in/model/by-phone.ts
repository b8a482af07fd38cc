import { id, type DeviceId } from '../../../kernel/ids.ts';

/**
 * Signs what people do on their own telephone: the hub does it for them, since a telephone is no device of the centre.
 * A claim so signed is taken back by telephone, and by staff.
 */
export const BY_PHONE: DeviceId = id('phone');

/** What the code on a screen opens, on the hub it has been made by. */
export const comePath = (pass: string): string => `/come#${pass}`;
