/** Types of `chromium.mjs`, for the TypeScript of the tests. */
export function findChromium(): Promise<{
  executablePath: string;
  args: string[];
  env?: Record<string, string>;
}>;
