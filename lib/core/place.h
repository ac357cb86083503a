/* Where somebody comes from, as far as it is one line's: an IPv4 address, or the network of an IPv6 address - one line has
 * 2^64 of those (RFC 6177). */
#ifndef TDKT_CORE_PLACE_H
#define TDKT_CORE_PLACE_H

#define PLACE_SIZE 64

/* The address as REMOTE_ADDR gives it; what is none stands for itself, cut to the size. */
void place_of(const char *address, char out[PLACE_SIZE]);

#endif
