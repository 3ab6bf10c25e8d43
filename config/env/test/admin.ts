/** Tests log in as every profil, many times a minute. */
export default { rateLimit: { enabled: false } };
