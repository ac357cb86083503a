/* Telling systemd how it stands: the notify protocol (sd_notify(3)) is one datagram to the socket
 * that NOTIFY_SOCKET names. */
#ifndef TDKT_FCGI_NOTIFY_H
#define TDKT_FCGI_NOTIFY_H

/* "READY=1", "STOPPING=1", "STATUS=..."; lines.  Nothing happens when nobody listens. */
void notify(const char *state);

/* "RELOADING=1" with the time that Type=notify-reload asks for. */
void notify_reloading(void);

#endif
