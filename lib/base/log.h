/* One line per event on standard error: key=value, request id, no personal data, no
 * secrets.  Debug lines go to a ring that is printed when an error is.
 *
 *     log_info("request", "method", "GET", "status", "200", NULL);
 */
#ifndef TDKT_BASE_LOG_H
#define TDKT_BASE_LOG_H

enum log_level { LOG_LEVEL_ERROR, LOG_LEVEL_WARN, LOG_LEVEL_INFO, LOG_LEVEL_DEBUG };

/* Pairs of name and value (both char *), ended by NULL.  A NULL value is left out.  Values are quoted
 * and escaped where they need it. */
void log_event(enum log_level level, const char *event, ...) __attribute__((sentinel));

#define log_error(...) log_event(LOG_LEVEL_ERROR, __VA_ARGS__)
#define log_warn(...) log_event(LOG_LEVEL_WARN, __VA_ARGS__)
#define log_info(...) log_event(LOG_LEVEL_INFO, __VA_ARGS__)
#define log_debug(...) log_event(LOG_LEVEL_DEBUG, __VA_ARGS__)

/* Stands in every line until changed; copied. "" for none. */
void log_request_id(const char *id);

/* Lines above this level are kept in the ring only. */
void log_threshold(enum log_level level);

/* The level of a name, as it stands in the lines ("warn"); info when there is none of that name. */
enum log_level log_level_of(const char *name);

#endif
