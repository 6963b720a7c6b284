/** What a measured process says, in one line: what it found, and the most memory it ever held. @param {object} found */
export const say = (found) => console.log(JSON.stringify({ ...found, peak: process.resourceUsage().maxRSS * 1024 }));
