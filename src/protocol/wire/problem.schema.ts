import Type from 'typebox';

export const ProblemShape = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String(),
    errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), remedy: Type.String() }))),
  },
  { description: 'RFC 9457: what went wrong, for a program (code) and for a person (detail).' },
);
