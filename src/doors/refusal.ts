import type { Core } from '@strapi/strapi';

export type Context = Parameters<Core.MiddlewareHandler>[0];
export type Next = Parameters<Core.MiddlewareHandler>[1];

/** What a door says no with: answered in Strapi's shape, a French sentence that says what to do. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, name: string, message: string) {
    super(message);
    this.status = status;
    this.name = name;
  }
}

export function answerRefusal(ctx: Context, { status, name, message }: Refusal): void {
  ctx.status = status;
  ctx.body = { data: null, error: { status, name, message, details: {} } };
}
