package planted.crowd;

class One19 {}
