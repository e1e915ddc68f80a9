//go:build !linux

package disk

import "os"

// syncsAll is whether syncAll puts on the disk what was written before it;
// here each file is, when it is written.
const syncsAll = false

func syncAll(*os.File) error { return nil }
