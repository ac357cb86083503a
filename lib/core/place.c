/* Addresses that are one line's are one place. */
#include "lib/core/place.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>

void place_of(const char *address, char out[PLACE_SIZE])
{
    struct in6_addr six;
    const unsigned char *b = six.s6_addr;

    if (inet_pton(AF_INET6, address, &six) != 1)
        snprintf(out, PLACE_SIZE, "%s", address);
    else if (IN6_IS_ADDR_V4MAPPED(&six)) /* RFC 4291, 2.5.5.2 */
        snprintf(out, PLACE_SIZE, "%u.%u.%u.%u", b[12], b[13], b[14], b[15]);
    else
        snprintf(out, PLACE_SIZE, "%02x%02x:%02x%02x:%02x%02x:%02x%02x::/64", b[0], b[1], b[2], b[3],
                 b[4], b[5], b[6], b[7]);
}
