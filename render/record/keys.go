package record

// keysOfRecords returns every key that a record or a profile may have, by both
// its names.
func keysOfRecords() map[string]bool {
	keys := map[string]bool{}
	addKeys(keys, recordFields)
	addKeys(keys, agencyFields)
	addKeys(keys, groupFields)
	addKeys(keys, signerFields)
	addKeys(keys, itemFields(0))
	return keys
}

func addKeys[T any](keys map[string]bool, fields []field[T]) {
	for _, f := range fields {
		keys[f.key] = true
		if f.vi != "" {
			keys[f.vi] = true
		}
	}
}
