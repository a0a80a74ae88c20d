-- Tables of the kit itself; the tables of collections are derived from their declarations (src/postgres/schema.ts).

-- Events committed with the records they tell about. A sequence is made of the transaction's own number, so that sequences
-- of finished transactions never fall behind one that a reader has already been given (docs/decisions/0002-store-port.md).
CREATE TABLE zs_outbox (
  zone text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  id text NOT NULL,
  name text NOT NULL,
  payload jsonb NOT NULL,
  at text NOT NULL,
  PRIMARY KEY (zone, sequence)
);

-- One row. `base` is added to every sequence: it grows when the database was restored into a cluster whose transaction
-- numbers begin again. `trimmed` is the highest sequence ever forgotten.
CREATE TABLE zs_outbox_position (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  base bigint NOT NULL DEFAULT 0,
  trimmed bigint NOT NULL DEFAULT 0
);
INSERT INTO zs_outbox_position DEFAULT VALUES;

-- Called when a store is opened; changes something only after a restore.
CREATE FUNCTION zs_rebase_outbox() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  position_row zs_outbox_position;
  top bigint;
  next_number bigint;
BEGIN
  SELECT * INTO position_row FROM zs_outbox_position FOR UPDATE;
  SELECT greatest(coalesce(max(sequence), 0), position_row.trimmed) INTO top FROM zs_outbox;
  next_number := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
  IF top >= position_row.base + next_number * 4096 THEN
    UPDATE zs_outbox_position SET base = top + 4096 - next_number * 4096;
    UPDATE zs_outbox SET xid = '0' WHERE xid >= pg_snapshot_xmax(pg_current_snapshot());
  END IF;
END
$$;

-- Ends the transaction unless every record still had the version that was expected.
CREATE FUNCTION zs_expect(actual bigint, expected bigint, collection text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF actual <> expected THEN
    RAISE EXCEPTION '% of % records of "%" still had the version expected', actual, expected, collection
      USING ERRCODE = 'ZS001', TABLE = collection;
  END IF;
END
$$;
