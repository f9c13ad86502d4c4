// Which views the lists have; written out because the contract's schemas would bring zod to the browser.
export const jobStates = ['parked', 'waiting', 'running', 'scheduled'] as const;
export const mailStates = ['queued', 'kept', 'sent', 'failed'] as const;
