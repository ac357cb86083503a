# tests of fcgi
