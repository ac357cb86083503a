/* Directories for tests: private slapd servers made by conf/local/slapd.sh, and servers that misbehave. */
#ifndef TDKT_IT_DIRECTORY_H
#define TDKT_IT_DIRECTORY_H

#include <stdbool.h>
#include <sys/types.h>

struct directory {
    char folder[200];
    char uri[80];
    char base[120];
    char ca[240];
};

/* Starts a server on the file below the folder `under`; hosts and limits may be NULL.  False when it does not start. */
bool directory_start(struct directory *out, const char *under, const char *name, const char *ldif,
                     const char *hosts, const char *limits);
void directory_stop(const struct directory *directory);

/* Copies the file and adds `more` numbered people to it. */
bool directory_grow(const char *from, const char *to, unsigned more);

struct misbehaving {
    int port;
    int listener;
    pid_t child; /* 0: none */
};

/* Accepts nothing that is said: the connection stands, no byte ever comes back. */
bool silent_start(struct misbehaving *out);

/* Agrees to StartTLS and then says nothing. */
bool stalled_start(struct misbehaving *out);

void misbehaving_stop(struct misbehaving *server);

/* A port of the loopback on which nobody listens. */
int dead_port(void);

#endif
