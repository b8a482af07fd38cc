/** Brings the drawn coach, which is not part of what a screen starts with; false where it cannot be had now. */
export async function coachCame(): Promise<boolean> {
  try {
    await import('./coach.ts');
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}
