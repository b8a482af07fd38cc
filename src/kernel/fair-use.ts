/**
 * The most that anybody at one device makes of one thing. A person at a kiosk never comes near; a stolen or broken device
 * does in a second. What the hub holds against a device in time is in `hub/load-limits.ts`.
 */
export const FAIR_USE = {
  /** Claims on one attendance, by all devices: the row's schema has room for no more, and each is read with it. */
  claims: 200,
  /** Claims and withdrawals on one attendance by one device: twenty times signed in and twenty times taken back. */
  claimsOfOne: 40,
  /** Withdrawals of claims that nobody knows, for which no session is known: after a restore a few are on their way. */
  withdrawnUnknown: 50,
  /** Different things that one screen shows in one hour: with a new one every twelve seconds. */
  playsAnHour: 300,
} as const;
