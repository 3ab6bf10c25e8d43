import { startServeurHttp, type ServeurHttp } from './serveur-http';

/** OVHcloud's http2sms.cgi as its guide describes it: JSON on demand, credits left, one id per SMS. */
export function startServeurOvh(): Promise<ServeurHttp> {
  return startServeurHttp((_, rang) => ({
    status: 200,
    corps: JSON.stringify({ status: 100, creditLeft: '1987.5', SmsIds: [String(10867689 + rang)] }),
  }));
}

export const refusOvh = (status: number, message: string) => ({
  status: 200,
  corps: JSON.stringify({
    status,
    message: `${message}. For more informations : https://help.ovhcloud.com/csm/fr-sms?id=kb`,
  }),
});
