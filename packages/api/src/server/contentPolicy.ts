import type { FastifyHelmetOptions } from '@fastify/helmet';

/** Nothing from anywhere else, no inline script, no framing. Styles may be inline: charts and menus place themselves with them. */
export const contentPolicy: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  // Served over plain HTTP on loopback; a proxy that ends TLS says this itself.
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'no-referrer' },
};
