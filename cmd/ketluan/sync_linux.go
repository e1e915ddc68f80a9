package main

import (
	"os"

	"golang.org/x/sys/unix"
)

// syncsAll is whether syncAll puts on the disk what was written before it: a
// thousand files at once take as long as a few one by one.
const syncsAll = true

// syncAll waits until the file system of a folder is on its disk.
func syncAll(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return &fileError{dir, err}
	}
	defer f.Close()
	if err := unix.Syncfs(int(f.Fd())); err != nil {
		return &fileError{dir, err}
	}
	return nil
}
