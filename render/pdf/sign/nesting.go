package sign

// shallow reports a message whose values stand at most so deep within each other,
// and are at most so many: the library reads them by calling itself, and copies
// them once a level.
func shallow(ber []byte) bool {
	var ends []int // of the values that hold at; -1 is one that a mark ends
	at := 0
	for nodes := 0; at < len(ber); nodes++ {
		for len(ends) > 0 && ends[len(ends)-1] == at {
			ends = ends[:len(ends)-1]
		}
		if nodes > 0 && len(ends) == 0 {
			return true // what follows fills the field up
		}
		if nodes > maxNodes || len(ends) > maxNesting {
			return false
		}
		if len(ends) > 0 && ends[len(ends)-1] == -1 && at+1 < len(ber) && ber[at] == 0 && ber[at+1] == 0 {
			ends = ends[:len(ends)-1]
			at += 2
			continue
		}
		next, length, constructed, ok := header(ber, at)
		switch {
		case !ok:
			return false
		case length < 0 && !constructed || length > len(ber)-next:
			return false
		case !constructed:
			at = next + length
		case length < 0:
			ends, at = append(ends, -1), next
		default:
			ends, at = append(ends, next+length), next
		}
	}
	return true
}

// header reads the tag and the length of a value; -1 is one that a mark ends.
func header(ber []byte, at int) (next, length int, constructed, ok bool) {
	constructed = ber[at]&0x20 != 0
	if ber[at]&0x1f == 0x1f {
		for at++; at < len(ber) && ber[at] >= 0x80; at++ {
		}
	}
	if at++; at >= len(ber) {
		return 0, 0, false, false
	}
	first := ber[at]
	at++
	switch {
	case first < 0x80:
		return at, int(first), constructed, true
	case first == 0x80:
		return at, -1, constructed, true
	}
	n := int(first & 0x7f)
	if n > 4 || at+n > len(ber) {
		return 0, 0, false, false
	}
	for _, b := range ber[at : at+n] {
		length = length<<8 | int(b)
	}
	return at + n, length, constructed, true
}
