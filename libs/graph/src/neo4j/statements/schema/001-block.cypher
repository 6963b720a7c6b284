CREATE INDEX block_by_last IF NOT EXISTS
FOR (b:Block) ON (b.g, b.last)
