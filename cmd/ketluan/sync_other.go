//go:build !linux

package main

// syncsAll is whether syncAll puts on the disk what was written before it;
// here each file is, when it is written.
const syncsAll = false

func syncAll(string) error { return nil }
