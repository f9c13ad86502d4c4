export const qaEndpoints = {
  enter: 'POST /boards/enter',
  board: 'GET /boards/:code',
  desk: 'GET /boards/:code/desk',
  stage: 'GET /boards/:code/stage',
  ask: 'POST /boards/:code/questions',
  moveBoard: 'POST /boards/:code/moves',
  settle: 'POST /boards/:code/settings',
  closeLeftovers: 'POST /boards/:code/leftovers',
  vote: 'PUT /questions/:id/vote',
  move: 'POST /questions/:id/moves',
  claim: 'PUT /questions/:id/claim',
  release: 'DELETE /questions/:id/claim',
} as const;
