export const matchingEndpoints = {
  candidates: 'GET /requests/:ref/candidates',
  rings: 'GET /matching/rings',
  weights: 'GET /matching/weights',
  saveWeights: 'PUT /matching/weights',
} as const;
