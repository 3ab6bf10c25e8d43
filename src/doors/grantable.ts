/** A right of a role, as Strapi stores it. */
export interface Right {
  action: string;
  subject?: string | null;
}

const FICHES = /^plugin::content-manager\.explorer\.(create|read|update|delete)$/;
const COMPTES = /^admin::(users|roles)\.(create|read|update|delete)$/;

/** What an Administrateur may hand on: the module, the fiches of the CRM, users and roles (decision F22). */
export function isGrantable({ action, subject }: Right): boolean {
  return (
    action.startsWith('plugin::sms-mailing.') ||
    COMPTES.test(action) ||
    (FICHES.test(action) && (subject ?? '').startsWith('api::'))
  );
}
