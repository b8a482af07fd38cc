import type { HubTamper } from './sim-hub.ts';

/** What has failed once ends stored the next time, whether it or the database was at fault. */
export function blamesTheItem(): NonNullable<HubTamper['push']> {
  const strikes = new Map<string, number>();
  const isBlamed = ({ mid }: { readonly mid: string }): boolean => (strikes.get(mid) ?? 0) >= 1;
  return async (request, push) => {
    const muts = request.muts.map((mut) => (isBlamed(mut) ? { ...mut, name: '' } : mut));
    try {
      return await push({ ...request, muts });
    } catch (error) {
      const [first] = request.muts;
      if (first !== undefined) strikes.set(first.mid, (strikes.get(first.mid) ?? 0) + 1);
      throw error;
    }
  };
}
