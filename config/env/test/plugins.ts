/** Nothing leaves the machine: e-mails of Strapi itself are built, then kept in memory. */
export default {
  email: {
    config: { provider: 'nodemailer', providerOptions: { streamTransport: true, buffer: true } },
  },
};
