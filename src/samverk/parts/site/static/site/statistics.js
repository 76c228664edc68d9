// Counts this view of the page. Pages hold this module only for visitors who have said yes to being counted.
navigator.sendBeacon("/statistik/", new URLSearchParams({ path: location.pathname }));
