# tests of xml
