/** Every TypeORM row; a room adds its own here. */
export const rows = [];
