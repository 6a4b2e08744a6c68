/** SQL: whether the scope sees the origin in column `o`; parameter `?1` is the scope's sight. */
export const seen = (o: string): string => `substr(?1, ${o} + 1, 1) = x'01'`;
