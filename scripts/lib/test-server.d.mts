/** Types of `test-server.mjs`, for the TypeScript of the tests. */
export interface TestServer {
  /** URL of a database on which others can be created and dropped. */
  adminUrl: string;
  /** Database that the application has already filled. */
  template: string;
  /** Databases with such a name are dropped by `stop`. */
  prefix: string;
  /** Environment variables of the secrets. */
  secrets: Record<string, string>;
  stop: () => Promise<void>;
}

export const TEST_ENV: Readonly<Record<string, string>>;
export function startTestServer(options?: {
  panel?: boolean;
  durable?: boolean;
}): Promise<TestServer>;
