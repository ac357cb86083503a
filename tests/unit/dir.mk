# tests of dir
