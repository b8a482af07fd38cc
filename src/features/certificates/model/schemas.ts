import { Certificate, CertificateIssueArgs, CertificateWithdrawArgs } from './certificate.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const certificatesSchemas = {
  rows: { certificate: Certificate },
  args: {
    'certificate.issue': CertificateIssueArgs,
    'certificate.withdraw': CertificateWithdrawArgs,
  },
} as const;
